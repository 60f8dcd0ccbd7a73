"""The commands, each in a module, with the options, values, settings and exit codes that they share."""

"""An event in a line: who does what to whom, in the words of its sentence."""

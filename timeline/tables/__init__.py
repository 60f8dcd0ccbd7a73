"""Knowledge: leaders, elections, summits, countries, and the readers of every table of the package."""

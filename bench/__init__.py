"""Measures how fast Afterword is: `make bench`."""

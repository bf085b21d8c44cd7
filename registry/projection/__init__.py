"""What the baselines imply for the published headlines: a decode roofline under Monte Carlo.

The only package that imports numpy and scipy. Symbols in the docstrings are those of the usual
roofline accounting; every quantity is in SI units, counts and US dollars.
"""

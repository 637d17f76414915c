"""This module says who gets in: tokens, origins, proxies, and how often one may try."""

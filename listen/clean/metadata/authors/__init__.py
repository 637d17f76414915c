"""The page's author or authors: what its data, its markup and its lines say of them."""

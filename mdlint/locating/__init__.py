"""From a path as an author writes it in front matter to a file of the site, as the site's generator goes.

Everything here looks at names only, through `mdlint.site.Site`: nothing is run, and no picture is opened.
"""

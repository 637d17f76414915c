<?xml version="1.0" encoding="UTF-8"?>
<!-- Shows the feed to people who open its address in a browser; podcast apps never look at this. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" exclude-result-prefixes="itunes">
<xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>
<xsl:template match="/rss/channel">
<html lang="{language}">
<head>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title><xsl:value-of select="title"/></title>
<link rel="icon" href="icon.svg"/>
<link rel="stylesheet" href="site.css"/>
</head>
<body>
<header><img src="{image/url}" alt="" width="112" height="112"/><div>
<h1><xsl:value-of select="title"/></h1>
<p><xsl:value-of select="description"/></p>
<p class="subscribe">This is a podcast feed: copy the address of this page into a podcast app. <a href="./">Listen here instead</a></p>
</div></header>
<main><ol class="episodes">
<xsl:for-each select="item">
<li><h2><a href="{link}"><xsl:value-of select="title"/></a></h2>
<p class="facts"><xsl:value-of select="substring(pubDate, 6, 11)"/> · <xsl:value-of select="ceiling(itunes:duration div 60)"/> min</p>
<audio controls="controls" preload="none" src="{enclosure/@url}" aria-label="{title}"></audio></li>
</xsl:for-each>
</ol></main>
</body>
</html>
</xsl:template>
</xsl:stylesheet>

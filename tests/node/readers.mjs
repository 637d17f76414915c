// A feed as four podcast readers for Node.js understand it, in one shape: `node readers.mjs FEED_URL` prints JSON.
// LISTEN_NODE_MODULES names the folder in which package.json's dependencies were installed.
import { createRequire } from 'node:module';

const require = createRequire(process.env.LISTEN_NODE_MODULES + '/');
const xml = await (await fetch(process.argv[2])).text();

async function rssParser() {
  const Parser = require('rss-parser');
  const item = [['podcast:chapters', 'chapters'], ['podcast:transcript', 'transcripts', { keepArray: true }]];
  const read = await new Parser({ customFields: { item } }).parseString(xml);
  return {
    title: read.title,
    episodes: read.items.map((one) => ({
      title: one.title,
      guid: one.guid,
      url: one.enclosure.url,
      type: one.enclosure.type,
      length: Number(one.enclosure.length),
      seconds: Number(one.itunes.duration),
      published: new Date(one.pubDate).toISOString(),
      chapters: one.chapters.$.url,
      transcripts: one.transcripts.map((transcript) => transcript.$.url),
    })),
  };
}

async function nodePodcastParser() {
  const parse = require('node-podcast-parser');
  const read = await new Promise((done, failed) => parse(xml, (error, data) => (error ? failed(error) : done(data))));
  return {
    title: read.title,
    episodes: read.episodes.map((one) => ({
      title: one.title,
      guid: one.guid,
      url: one.enclosure.url,
      type: one.enclosure.type,
      length: one.enclosure.filesize,
      seconds: one.duration,
      published: one.published.toISOString(),
    })),
  };
}

async function podcastFeedParser() {
  const read = require('podcast-feed-parser').getPodcastFromFeed(xml);
  return {
    title: read.meta.title,
    episodes: read.episodes.map((one) => ({
      title: one.title,
      url: one.enclosure.url,
      type: one.enclosure.type,
      length: Number(one.enclosure.length),
      seconds: one.duration,
      published: new Date(one.pubDate).toISOString(),
    })),
  };
}

// Podcasting 2.0: what it does not like silently goes missing, so all that it understood is told.
async function partytime() {
  const read = require('podcast-partytime').parseFeed(xml);
  return {
    title: read.title,
    show: {
      guid: read.guid,
      locked: read.locked,
      medium: read.medium,
      explicit: read.explicit,
      self: read.pubsub.self,
      image: read.itunesImage,
      understood: Object.values(read.pc20support).flat().sort(),
    },
    episodes: read.items.map((one) => ({
      title: one.title,
      guid: one.guid,
      url: one.enclosure.url,
      type: one.enclosure.type,
      length: one.enclosure.length,
      seconds: one.duration,
      published: new Date(one.pubDate).toISOString(),
      chapters: one.podcastChapters.url,
      transcripts: one.podcastTranscripts.map((transcript) => transcript.url),
      people: one.podcastPeople.map((person) => [person.role, person.name]),
    })),
  };
}

const readers = {
  'rss-parser': rssParser,
  'node-podcast-parser': nodePodcastParser,
  'podcast-feed-parser': podcastFeedParser,
  'podcast-partytime': partytime,
};
const told = {};
for (const [name, read] of Object.entries(readers)) told[name] = await read();
console.log(JSON.stringify(told, null, 1));

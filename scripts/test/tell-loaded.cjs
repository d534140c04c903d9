// Runs before a program of Node, and says when it ends which files it has loaded, how many modules of Node's own, and
// how much memory it holds.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  const ofNode = process.moduleLoadList.filter((name) => name.startsWith('NativeModule ')).length;
  writeSync(3, JSON.stringify({ files, ofNode, resident: process.memoryUsage.rss() }));
});

// Preloaded into a program that listens on every address, so that it listens on this machine's own
// alone: node --require ./loopback.cjs ...

const { Server } = require('node:net');

const listen = Server.prototype.listen;

Server.prototype.listen = function onLoopback(...args) {
  const [first] = args;
  if (first !== null && typeof first === 'object') {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...args.slice(1));
  }
  const rest = args.slice(1).filter((each) => typeof each === 'function');
  return listen.call(this, { port: Number(first ?? 0), host: '127.0.0.1' }, ...rest);
};

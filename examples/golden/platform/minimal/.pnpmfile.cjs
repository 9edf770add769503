/** What these packages ask for beside them serves their command lines alone, and would be 350 MB of every image. */
const unneededPeers = {
  '@nestjs/swagger': ['typescript'],
  '@prisma/client': ['prisma', 'typescript'],
};

module.exports = {
  hooks: {
    readPackage(manifest) {
      for (const peer of unneededPeers[manifest.name] ?? []) {
        delete manifest.peerDependencies[peer];
        delete manifest.peerDependenciesMeta[peer];
      }
      return manifest;
    },
  },
};

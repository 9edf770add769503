/** The programs here run on plain Node, as those below `scripts/` do. */
module.exports = require('../scripts/.eslintrc.js');

/** Makes and serves exports that are kept for ever, so that a paper can cite one. */
package org.depositary.gateway.exports.kept;

/** Writes the rows of exports in each file format. */
package org.depositary.gateway.exports.formats;

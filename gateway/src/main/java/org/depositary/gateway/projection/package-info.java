/** Runs projectors over the change log, each with its stored position, and manages the schemas of read models. */
package org.depositary.gateway.projection;

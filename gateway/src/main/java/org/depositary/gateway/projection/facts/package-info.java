/** Every fact of every kind, and the frame in which other read models follow from the facts of one stream. */
package org.depositary.gateway.projection.facts;

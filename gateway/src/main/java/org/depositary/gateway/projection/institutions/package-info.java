/** Read model of organs, terms, meetings, relations, contributions, rules and figures. */
package org.depositary.gateway.projection.institutions;

/** Read model of memberships: spans of status and candidacy. */
package org.depositary.gateway.projection.memberships;

/** What parties were in organisations, as spans. */
package org.depositary.gateway.projection.memberships;

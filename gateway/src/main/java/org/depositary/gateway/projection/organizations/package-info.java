/** What organisations were registered as, and what changed about them. */
package org.depositary.gateway.projection.organizations;

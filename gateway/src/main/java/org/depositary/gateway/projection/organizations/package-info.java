/** Read model of organisations: registrations and dated changes. */
package org.depositary.gateway.projection.organizations;

/** Commands about organisations and memberships over HTTP. */
package org.depositary.membership.command;

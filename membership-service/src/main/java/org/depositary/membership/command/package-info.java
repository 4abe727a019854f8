/** HTTP commands on organisations, memberships and institutions. */
package org.depositary.membership.command;

/** Organisations and memberships, and the rules that they must satisfy. No framework. */
package org.depositary.membership.domain;

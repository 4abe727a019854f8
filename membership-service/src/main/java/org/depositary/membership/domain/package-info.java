/** What an organisation and a membership are, and what must hold of them. Knows no framework. */
package org.depositary.membership.domain;

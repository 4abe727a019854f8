/** Who may read: open by default, closed by one setting that covers every way to read. */
package org.depositary.gateway.security;

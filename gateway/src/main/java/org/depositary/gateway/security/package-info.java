/** Decides who may read: everybody, or holders of a token. One setting covers every way to read. */
package org.depositary.gateway.security;

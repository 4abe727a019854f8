/**
 * Logs browsers in with the authorization code flow of OpenID Connect. The session is an encrypted cookie; commands with it
 * need a CSRF token. All other clients send bearer tokens.
 */
package org.depositary.gateway.login;

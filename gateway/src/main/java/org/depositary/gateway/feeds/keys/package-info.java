/** Secret URLs of feeds, for installations whose reads need a token. */
package org.depositary.gateway.feeds.keys;

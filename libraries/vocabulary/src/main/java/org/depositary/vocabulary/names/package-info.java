/** Names of one thing in several languages. */
package org.depositary.vocabulary.names;

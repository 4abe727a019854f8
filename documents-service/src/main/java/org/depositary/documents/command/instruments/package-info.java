/** The commands on instruments and acts. */
package org.depositary.documents.command.instruments;

/** The query parameters of reads and lists, and how their values are parsed. */
package org.depositary.gateway.web.parameters;

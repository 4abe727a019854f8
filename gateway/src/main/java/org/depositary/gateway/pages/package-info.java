/** Shows records and problems as pages for people, without scripts. */
package org.depositary.gateway.pages;

/** What a list is: its order, its pages, the first pages of several lists together, and complete lists. */
package org.depositary.gateway.read.lists;

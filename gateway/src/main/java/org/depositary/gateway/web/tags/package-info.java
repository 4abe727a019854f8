/** Entity tags of reads: whether a client already has the content. */
package org.depositary.gateway.web.tags;

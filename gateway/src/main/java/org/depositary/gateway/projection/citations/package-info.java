/** Lists the citations of passages, so that their places in newer texts can be found. */
package org.depositary.gateway.projection.citations;

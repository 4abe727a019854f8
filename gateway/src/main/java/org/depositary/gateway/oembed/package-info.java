/** Says how to embed charts of the dashboard in other pages (oEmbed 1.0, https://oembed.com). */
package org.depositary.gateway.oembed;

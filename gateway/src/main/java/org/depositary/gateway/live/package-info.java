/** Changes as they come: pages of the change log, and streams that go on from them. */
package org.depositary.gateway.live;

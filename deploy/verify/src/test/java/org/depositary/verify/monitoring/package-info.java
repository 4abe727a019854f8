/** Real Prometheus, Alertmanager and OTLP receivers for tests of metrics, alerts and traces. */
package org.depositary.verify.monitoring;

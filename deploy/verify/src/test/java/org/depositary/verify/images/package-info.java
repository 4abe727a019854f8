/**
 * Runs the images with podman, on the rendered manifests of an overlay. PostgreSQL, Kafka and Keycloak run on this
 * machine, with the certificates, users and rights that the manifests ask for.
 */
package org.depositary.verify.images;

/** The screens of peer review groups. */
package nl.kring.crm.web.peerreview;

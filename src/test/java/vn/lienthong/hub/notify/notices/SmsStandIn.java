package vn.lienthong.hub.notify.notices;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** The SMS gateway of {@code mocks/sms} on a port of its own. */
final class SmsStandIn {

    private SmsStandIn() {}

    static WireMockServer start() {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .withRootDirectory("mocks/sms"));
        server.start();
        return server;
    }
}

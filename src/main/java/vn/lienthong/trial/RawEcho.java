package vn.lienthong.trial;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.server.HttpServer;

/** The bare WebFlux echo that the hub's door is held against, in a process of its own. */
public final class RawEcho {

    private RawEcho() {}

    public static void main(String[] args) {
        int port = (int) Options.parse(args).number("port", 0);
        HttpHandler echo = RouterFunctions.toHttpHandler(RouterFunctions.route()
                .POST(
                        "/echo",
                        request -> request.bodyToMono(byte[].class)
                                .flatMap(body -> ServerResponse.ok().bodyValue(body)))
                .build());
        HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(echo))
                .bindNow()
                .onDispose()
                .block();
    }
}

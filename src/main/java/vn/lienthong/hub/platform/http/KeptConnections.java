package vn.lienthong.hub.platform.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Reads on where Reactor Netty 1.3.7 forgets to, so that no caller on a kept connection waits for ever; mended in
 * 1.3.8, to be taken out with it.
 *
 * <p>It keeps what comes while the answer before is still on its way, and stops reading when that is much. It does not
 * read again once what it kept is answered at once (reactor-netty 4361), nor when the reader of a body wants more while
 * much is still kept. One read too many does no harm, since what is read too early waits in that bounded queue.
 */
@Component
class KeptConnections implements NettyServerCustomizer {

    private static final NextRead NEXT_READ = new NextRead();

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, "lienthong.next-read", NEXT_READ));
    }

    @Sharable
    private static final class NextRead extends ChannelDuplexHandler {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean last = message instanceof LastHttpContent;
            context.write(message, promise);
            if (last) {
                context.executor().execute(context::read);
            }
        }

        /** The end of an exchange is such an event; what was kept is let go of next, and then it is our turn. */
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            context.executor().execute(context::read);
        }
    }
}

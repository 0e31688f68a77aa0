package vn.lienthong.hub.platform.database;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Asks for the next request of a kept connection after every answer.
 *
 * <p>Reactor Netty 1.3.7 forgets to, when a request that waited for the answer before it is itself answered at once:
 * the caller's next request then stays unread until the caller gives up (reactor-netty 4361, mended in 1.3.8; to be
 * taken out with it). One read too many does no harm, since what is read too early waits in a bounded queue.
 */
@Component
public class KeptConnections implements NettyServerCustomizer {

    private static final NextRead NEXT_READ = new NextRead();

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, "lienthong.next-read", NEXT_READ));
    }

    @Sharable
    private static final class NextRead extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean last = message instanceof LastHttpContent;
            context.write(message, promise);
            if (last) {
                context.executor().execute(context::read);
            }
        }
    }
}

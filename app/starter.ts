/**
 * The one inline script of the site, on pages with islands only: constant, so that one CSP hash allows it everywhere.
 *
 * It starts the islands after the largest paint. Measured on slow 3G: scripts that load with the page, even at low
 * priority, delay the list by six seconds; started here they do not delay it at all. The timer is for a browser that
 * reports no largest paint, and the two seconds for one that is never idle. Scripts that do not come leave the page as it is.
 * `data-runtime` is there in development only (Vite wants it before any component).
 */
export const STARTER_SCRIPT = `(function(s){
var done=false
function load(){var r=s.dataset.runtime;(r?import(r):Promise.resolve()).then(function(){return import(s.dataset.entry)}).catch(function(){})}
function start(){if(done)return;done=true;window.requestIdleCallback?requestIdleCallback(load,{timeout:2000}):setTimeout(load)}
addEventListener('load',function(){
setTimeout(start,3000)
var P=window.PerformanceObserver,t='largest-contentful-paint'
if(P&&(P.supportedEntryTypes||[]).indexOf(t)>-1)new P(start).observe({type:t,buffered:true})
else start()
})
})(document.currentScript)`

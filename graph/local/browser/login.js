// Keeps the login that the address carries after its # where Neo4j Browser keeps the one
// that was last typed, then opens Neo4j Browser, which connects with it. What stands
// after the # is never sent, and the address leaves the history.
(async () => {
  const [username, password] = location.hash.slice(1).split(':').map(decodeURIComponent);
  if (username && password) {
    const { bolt_routing: host } = await (await fetch('/', { headers: { accept: 'application/json' } })).json();
    const id = '$$discovery';
    const connection = { id, name: id, type: 'bolt', host, username, password, authenticationMethod: 'NATIVE' };
    localStorage.setItem('neo4j.connections', JSON.stringify({ allConnectionIds: [id], connectionsById: { [id]: connection }, activeConnection: id }));
  }
  location.replace('./');
})().catch((error) => {
  document.getElementById('say').textContent = `Neo4j does not say where it is: ${error.message}`;
});
